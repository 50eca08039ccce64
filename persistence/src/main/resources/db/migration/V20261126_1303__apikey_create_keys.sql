-- Keys for programs. A key is found by its public id and checked with one keyed hash; the key itself is kept nowhere.
create table api_keys (
    id                 uuid         primary key,
    version            bigint       not null,
    workspace_id       uuid         not null references workspaces (id),
    user_id            uuid         not null references users (id),
    kind               varchar(16)  not null check (kind in ('api_key', 'service_key', 'publishable_key')),
    name               varchar(100) not null,
    public_id          char(12)     not null unique,
    secret_hash        bytea        not null,
    last_four          char(4)      not null,
    former_hash        bytea,
    former_until       timestamptz,
    scopes             jsonb        not null,
    networks           jsonb        not null,
    models             jsonb        not null,
    requests_per_minute integer     check (requests_per_minute > 0),
    expires_at         timestamptz,
    created_at         timestamptz  not null,
    last_used_at       timestamptz,
    last_used_address  varchar(64),
    revoked_at         timestamptz,
    check ((former_hash is null) = (former_until is null))
);

create unique index api_keys_by_name on api_keys (workspace_id, user_id, lower(name)) where revoked_at is null;
create index api_keys_of_user on api_keys (user_id, created_at desc, id desc);
select own_table('api_keys', 'user_id = (select app_user()) or workspace_id = any ((select app_workspaces(''admin''))::uuid[])'
    ' or (select app_system())');

-- What each key was used for.
create table api_key_requests (
    id           uuid          primary key,
    workspace_id uuid          not null references workspaces (id),
    key_id       uuid          not null references api_keys (id) on delete cascade,
    user_id      uuid          not null references users (id),
    at           timestamptz   not null,
    method       varchar(10)   not null,
    path         varchar(300)  not null,
    status       integer       not null,
    millis       integer       not null,
    address      varchar(64)   not null
);

create index api_key_requests_of_workspace on api_key_requests (workspace_id, key_id, at desc, id desc);
create index api_key_requests_of_key on api_key_requests (key_id, at desc, id desc);
create index api_key_requests_of_user on api_key_requests (user_id);
create index api_key_requests_age on api_key_requests (at);
select own_table('api_key_requests', 'key_id in (select id from api_keys) or (select app_system())');

-- The key under which the hashes are made, sealed; one for all nodes.
create table api_key_peppers (
    id          uuid        primary key,
    sealed      text        not null,
    only_one    boolean     not null unique check (only_one),
    created_at  timestamptz not null
);
select own_table('api_key_peppers', '(select app_system())');

-- How many requests of a principal each minute has seen, over all nodes.
create table rate_windows (
    bucket  varchar(80) not null,
    minute  bigint      not null,
    used    integer     not null,
    primary key (bucket, minute)
);

create index rate_windows_age on rate_windows (minute);
select own_table('rate_windows', '(select app_system())');
