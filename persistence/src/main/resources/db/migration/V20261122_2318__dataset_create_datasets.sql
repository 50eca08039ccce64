create table datasets (
    id               uuid          primary key,
    version          bigint        not null,
    workspace_id     uuid          not null references workspaces (id),
    name             varchar(200)  not null check (name <> ''),
    description      varchar(2000),
    status           varchar(16)   not null check (status in ('processing', 'ready', 'failed')),
    -- The newest version that can be used; absent until there is one.
    current_version  integer       check (current_version <= latest_version),
    latest_version   integer       not null check (latest_version > 0),
    created_by       uuid,
    created_at       timestamptz   not null,
    updated_at       timestamptz   not null,
    check ((current_version is not null) = (status = 'ready'))
);

create index datasets_of_workspace on datasets (workspace_id, created_at desc, id desc);

create table dataset_versions (
    id               uuid          primary key,
    version          bigint        not null,
    workspace_id     uuid          not null references workspaces (id),
    dataset_id       uuid          not null references datasets (id) on delete cascade,
    number           integer       not null check (number > 0),
    status           varchar(16)   not null check (status in ('processing', 'ready', 'failed')),
    format           varchar(16)   check (format in ('chatml', 'sharegpt', 'jsonl', 'alpaca', 'openorca', 'unnatural',
                                                     'dpo', 'rlhf', 'raw_text')),
    example_count    bigint        not null check (example_count >= 0),
    invalid_count    bigint        not null check (invalid_count >= 0),
    duplicate_count  bigint        not null check (duplicate_count >= 0),
    size_bytes       bigint        not null check (size_bytes >= 0),
    sha256           char(64),
    statistics       jsonb,
    source_name      varchar(300)  not null,
    progress         double precision not null,
    error            varchar(2000),
    created_by       uuid,
    created_at       timestamptz   not null,
    unique (dataset_id, number),
    check (status <> 'ready' or (format is not null and sha256 is not null and example_count > 0)),
    check ((status = 'failed') = (error is not null))
);

create index dataset_versions_of_workspace on dataset_versions (workspace_id);
create index dataset_versions_uncounted on dataset_versions (created_at)
    where status = 'ready' and statistics ->> 'tokens' is null;

-- The first rows that were left out, and why; the version counts them all.
create table dataset_problems (
    version_id    uuid          not null references dataset_versions (id) on delete cascade,
    position      integer       not null,
    workspace_id  uuid          not null references workspaces (id),
    line          bigint        not null,
    reason        varchar(500)  not null,
    primary key (version_id, position)
);

create index dataset_problems_of_workspace on dataset_problems (workspace_id);

select tenant_table('datasets');
select tenant_table('dataset_versions');
select tenant_table('dataset_problems');
