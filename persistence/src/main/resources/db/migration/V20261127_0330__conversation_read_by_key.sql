-- Asks for the one conversation of a row by its key, where "in" made a list of all that the caller sees for each query.
alter policy readers_read on messages using (exists (select from conversations c where c.id = conversation_id));
alter policy personal on comments
    using (resource_type <> 'conversation' or exists (select from conversations c where c.id = resource_id))
    with check (resource_type <> 'conversation' or exists (select from conversations c where c.id = resource_id));
