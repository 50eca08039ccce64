-- What people did in a workspace, for those who are in it. Written by the system alone: who did it need not be a member.
create table activities (
    id            uuid          primary key,
    workspace_id  uuid          not null references workspaces (id),
    action        varchar(80)   not null,
    kind          varchar(40)   not null,
    subject       varchar(40)   not null,
    subject_id    uuid,
    subject_name  varchar(300)  not null,
    actor_id      uuid          references users (id),
    actor_name    varchar(200)  not null,
    at            timestamptz   not null
);

create index activities_of_workspace on activities (workspace_id, at desc, id desc);
create index activities_of_actor on activities (actor_id);
create index activities_age on activities (at);
select tenant_table('activities', 'owner');
create policy system_insert on activities as restrictive for insert with check ((select app_system()));
create policy system_update on activities as restrictive for update using ((select app_system()));
