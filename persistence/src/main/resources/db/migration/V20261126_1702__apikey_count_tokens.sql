-- What a key may use in a month, and what it has used in each, in tokens. A month is one of UTC, by its first day.
alter table api_keys add column monthly_tokens bigint check (monthly_tokens > 0);

create table api_key_months (
    key_id uuid   not null references api_keys (id) on delete cascade,
    month  date   not null,
    used   bigint not null check (used >= 0),
    primary key (key_id, month)
);

-- Whoever sees a key sees what it has used; only the system counts.
alter table api_key_months enable row level security;
alter table api_key_months force row level security;
create policy holders_read on api_key_months for select
    using (key_id in (select id from api_keys) or (select app_system()));
create policy system_write on api_key_months using ((select app_system())) with check ((select app_system()));
grant select, insert, update, delete on api_key_months to whetstone_app;
