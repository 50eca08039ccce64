-- The uses of keys that are counted: what is told again after a kill or an outage is not counted again.
create table api_key_uses (
    id          uuid        primary key,
    counted_at  timestamptz not null
);

create index api_key_uses_age on api_key_uses (counted_at);
select own_table('api_key_uses', '(select app_system())');
