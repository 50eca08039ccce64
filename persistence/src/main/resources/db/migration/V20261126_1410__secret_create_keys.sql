-- Which master keys this installation knows, by fingerprint: one is current, one may be on its way out. The keys
-- themselves are never here.
create table master_keys (
    id            varchar(16) primary key,
    created_at    timestamptz not null,
    superseded_at timestamptz,
    retired_at    timestamptz
);

create unique index master_keys_current on master_keys ((superseded_at is null)) where superseded_at is null;
select own_table('master_keys', '(select app_system())');

-- The keys that seal texts, wrapped by a master key: one of each workspace and one of the installation is in use.
create table data_keys (
    id            uuid        primary key,
    workspace_id  uuid        references workspaces (id) on delete cascade,
    master_key_id varchar(16) not null references master_keys (id),
    wrapped       bytea       not null,
    created_at    timestamptz not null,
    retired_at    timestamptz
);

create unique index data_keys_in_use on data_keys (workspace_id) nulls not distinct where retired_at is null;
create index data_keys_of_workspace on data_keys (workspace_id);
create index data_keys_of_master_key on data_keys (master_key_id, id);
select own_table('data_keys', '(select app_system())');
