-- The system prompt that all examples of a tuned model began with: it answers best under the same.
alter table models add column system_prompt text;
