-- The second factor of a person; it counts once a code has confirmed it. last_step keeps a code from being used twice.
create table second_factors (
    user_id       uuid        primary key references users (id),
    sealed_secret text        not null,
    last_step     bigint      not null,
    created_at    timestamptz not null,
    confirmed_at  timestamptz
);

select own_table('second_factors', '(select app_system())');

create table recovery_codes (
    id        uuid        primary key,
    user_id   uuid        not null references users (id),
    code_hash bytea       not null,
    used_at   timestamptz
);

create index recovery_codes_of_user on recovery_codes (user_id);
select own_table('recovery_codes', '(select app_system())');
