-- An account that was made for somebody who has not accepted it yet; it opens nothing.
alter table users drop constraint users_status_check;
alter table users add constraint users_status_check check (status in ('pending', 'active', 'disabled'));
alter table users add column second_factor boolean not null default false;

-- However often it is used, a session ends for good at this time.
alter table sessions add column ends_at timestamptz not null default now() + interval '90 days';
alter table sessions alter column ends_at drop default;
create index sessions_from_address on sessions (user_id, address, created_at);

-- What a person gets by mail or by hand and opens once: an invitation, a password reset, a new address.
create table account_links (
    id          uuid         primary key,
    user_id     uuid         not null references users (id),
    kind        varchar(16)  not null check (kind in ('invitation', 'reset', 'email')),
    email       varchar(254) not null,
    secret_hash bytea        not null,
    created_at  timestamptz  not null,
    expires_at  timestamptz  not null,
    used_at     timestamptz
);

create index account_links_of_user on account_links (user_id, kind, created_at desc);
create index account_links_ending on account_links (expires_at);
select own_table('account_links', '(select app_system())');

-- The first step of a sign-in that waits for its second.
create table sign_in_challenges (
    id          uuid        primary key,
    user_id     uuid        not null references users (id),
    method      varchar(16) not null check (method in ('password', 'sso', 'ldap', 'local')),
    secret_hash bytea       not null,
    attempts    int         not null,
    created_at  timestamptz not null,
    expires_at  timestamptz not null,
    used_at     timestamptz
);

create index sign_in_challenges_of_user on sign_in_challenges (user_id);
create index sign_in_challenges_ending on sign_in_challenges (expires_at);
select own_table('sign_in_challenges', '(select app_system())');
