-- A saved beginning of training jobs: a base model, perhaps a dataset, and parameters that were checked when it was saved.
-- Names are copies: they stay readable when the model or dataset is gone.
create table training_configurations (
    id                 uuid          primary key,
    version            bigint        not null,
    workspace_id       uuid          not null references workspaces (id),
    name               varchar(200)  not null,
    description        varchar(2000),
    model_id           uuid          not null,
    model_name         varchar(200)  not null,
    dataset_id         uuid,
    dataset_name       varchar(200),
    eval_dataset_id    uuid,
    eval_dataset_name  varchar(200),
    parameters         jsonb         not null,
    created_by         uuid          not null references users (id),
    created_at         timestamptz   not null,
    updated_at         timestamptz   not null,
    check ((dataset_id is null) = (dataset_name is null)),
    check ((eval_dataset_id is null) = (eval_dataset_name is null))
);

create index training_configurations_newest on training_configurations (workspace_id, created_at desc, id desc);
create index training_configurations_created_by on training_configurations (created_by);

select tenant_table('training_configurations');
select shareable_table('training_configurations', 'training_configuration');

-- Which configuration a job began with. It may be changed or gone since.
alter table training_jobs add column configuration_id uuid;

alter table shares drop constraint shares_resource_type_check;
alter table shares add constraint shares_resource_type_check
    check (resource_type in ('dataset', 'training_job', 'model', 'training_configuration', 'conversation'));
alter table comments drop constraint comments_resource_type_check;
alter table comments add constraint comments_resource_type_check
    check (resource_type in ('dataset', 'training_job', 'model', 'training_configuration', 'conversation'));

drop policy grantees_read on comments;
create policy grantees_read on comments for select using (
    (resource_type = 'dataset' and resource_id = any ((select app_shared('dataset', 'view'))::uuid[]))
    or (resource_type = 'training_job' and resource_id = any ((select app_shared('training_job', 'view'))::uuid[]))
    or (resource_type = 'model' and resource_id = any ((select app_shared('model', 'view'))::uuid[]))
    or (resource_type = 'training_configuration'
        and resource_id = any ((select app_shared('training_configuration', 'view'))::uuid[]))
    or (resource_type = 'conversation' and resource_id = any ((select app_shared('conversation', 'view'))::uuid[])));

create trigger comments_leave after delete on training_configurations
    for each row execute function comments_leave('training_configuration');
