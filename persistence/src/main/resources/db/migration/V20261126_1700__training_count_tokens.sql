-- A job's tokens name the generation that they belong to: ending them all is one step to the next.
alter table training_jobs add column token_generation integer not null default 0;
