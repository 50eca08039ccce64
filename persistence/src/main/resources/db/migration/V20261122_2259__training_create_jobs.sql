create table training_jobs (
    id                  uuid          primary key,
    version             bigint        not null,
    workspace_id        uuid          not null references workspaces (id),
    name                varchar(200)  not null,
    status              varchar(16)   not null check (status in
                            ('queued', 'pending', 'running', 'paused', 'completed', 'failed', 'cancelled')),
    phase               varchar(32),
    model_id            uuid          not null,
    model_name          varchar(200)  not null,
    dataset_id          uuid          not null,
    dataset_name        varchar(200)  not null,
    dataset_version     integer       not null,
    eval_dataset_id     uuid,
    eval_dataset_version integer,
    parameters          jsonb         not null,
    resumed_from_job_id uuid          references training_jobs (id),
    resume_from         varchar(1000),
    cancel_requested_at timestamptz,

    step                integer       not null default 0,
    total_steps         integer,
    epoch               double precision not null default 0,
    total_epochs        double precision,
    loss                double precision,
    eval_loss           double precision,
    best_eval_loss      double precision,
    best_step           integer,
    learning_rate       double precision,
    grad_norm           double precision,
    tokens_per_second   double precision,
    eta_seconds         double precision,
    checkpoint_step     integer,

    error_code          varchar(40),
    error_message       varchar(4000),
    error_log_tail      text,
    adapter_model_id    uuid,

    node                varchar(64),
    lease_until         timestamptz,
    pid                 bigint,
    pid_started_at      bigint,
    event_offset        bigint        not null default 0,
    event_seq           bigint        not null default 0,
    log_offset          bigint        not null default 0,
    last_progress_at    timestamptz,

    created_by          uuid,
    created_at          timestamptz   not null,
    started_at          timestamptz,
    finished_at         timestamptz,
    check ((finished_at is not null) = (status in ('completed', 'failed', 'cancelled')))
);

create index training_jobs_of_workspace on training_jobs (workspace_id, created_at desc, id desc);
create index training_jobs_queue on training_jobs (created_at, id) where status = 'queued';
create index training_jobs_held on training_jobs (node) where status in ('pending', 'running');
create index training_jobs_of_model on training_jobs (model_id);
create index training_jobs_resumed on training_jobs (resumed_from_job_id);

select tenant_table('training_jobs');

-- The place in the queue counts everybody's jobs; nothing else about them is told.
create function training_jobs_ahead(created timestamptz) returns bigint
    language sql stable
    return (select count(*) from training_jobs where status = 'queued' and created_at < created);

create table training_metrics (
    id                 uuid        primary key,
    workspace_id       uuid        not null references workspaces (id),
    job_id             uuid        not null references training_jobs (id) on delete cascade,
    step               integer     not null,
    epoch              double precision not null,
    train_loss         double precision,
    eval_loss          double precision,
    learning_rate      double precision,
    grad_norm          double precision,
    perplexity         double precision,
    train_perplexity   double precision,
    samples_per_second double precision,
    tokens_per_second  double precision,
    memory_bytes       bigint,
    at                 timestamptz not null,
    unique (job_id, step)
);

create index training_metrics_of_workspace on training_metrics (workspace_id, job_id, step);

select tenant_table('training_metrics');

create table training_checkpoints (
    id           uuid          primary key,
    workspace_id uuid          not null references workspaces (id),
    job_id       uuid          not null references training_jobs (id) on delete cascade,
    step         integer       not null,
    epoch        double precision not null,
    path         varchar(1000) not null,
    loss         double precision,
    eval_loss    double precision,
    size_bytes   bigint        not null,
    created_at   timestamptz   not null,
    unique (job_id, step)
);

create index training_checkpoints_of_workspace on training_checkpoints (workspace_id, job_id, step);

select tenant_table('training_checkpoints');
