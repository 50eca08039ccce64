create table models (
    id              uuid          primary key,
    version         bigint        not null,
    workspace_id    uuid          not null references workspaces (id),
    visibility      varchar(16)   not null check (visibility in ('workspace', 'everyone')),
    name            varchar(64)   not null check (name ~ '^[a-z0-9][a-z0-9._-]*$'),
    display_name    varchar(200)  not null,
    kind            varchar(16)   not null check (kind in ('base', 'adapter')),
    status          varchar(16)   not null check (status in ('importing', 'ready', 'failed')),
    architecture    varchar(64),
    parameter_count bigint,
    context_length  integer,
    size_bytes      bigint        not null default 0,
    base_model_id   uuid          references models (id),
    training_job_id uuid,
    licence         varchar(2000),
    source          jsonb         not null,
    -- One import of the starter model over all nodes: the second insert fails.
    starter_key     varchar(100)  unique,
    progress        double precision not null default 0,
    error           varchar(2000),
    created_by      uuid,
    created_at      timestamptz   not null,
    check ((kind = 'adapter') = (base_model_id is not null))
);

create unique index models_by_name on models (workspace_id, name);
create index models_of_workspace on models (workspace_id, created_at desc, id desc);
create index models_of_base on models (base_model_id);
create index models_of_everyone on models (created_at desc, id desc) where visibility = 'everyone';

select tenant_table('models');

-- What is shared with everyone is read by everyone; changing it stays with its own workspace.
create policy models_shared on models for select using (visibility = 'everyone');
