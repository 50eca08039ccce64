-- A session is what a person opens by signing in; refresh tokens are its links. Ending it ends all of them.
create table sessions (
    id           uuid         primary key,
    user_id      uuid         not null references users (id),
    method       varchar(16)  not null check (method in ('password', 'sso', 'ldap', 'local')),
    user_agent   varchar(300) not null,
    address      varchar(64)  not null,
    created_at   timestamptz  not null,
    last_used_at timestamptz  not null,
    expires_at   timestamptz  not null,
    revoked_at   timestamptz
);

create index sessions_of_user on sessions (user_id, last_used_at desc);
create index sessions_ending on sessions (expires_at);
select own_table('sessions', 'user_id = (select app_user()) or (select app_system())');

alter table refresh_tokens rename column family_id to session_id;
drop index refresh_tokens_of_family;
delete from refresh_tokens;
alter table refresh_tokens drop column revoked_at;
alter table refresh_tokens add foreign key (session_id) references sessions (id) on delete cascade;
create index refresh_tokens_of_session on refresh_tokens (session_id);
