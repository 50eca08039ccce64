-- Failures in a row by account and by address. What was tried is kept as a hash: a wrong address may be a password.
create table failed_attempts (
    kind          varchar(16) not null check (kind in ('account', 'address')),
    key           bytea       not null,
    failures      int         not null,
    last_at       timestamptz not null,
    blocked_until timestamptz not null,
    primary key (kind, key)
);

create index failed_attempts_age on failed_attempts (last_at);
select own_table('failed_attempts', '(select app_system())');
