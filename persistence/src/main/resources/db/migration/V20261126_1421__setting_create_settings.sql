-- What a person, a workspace or the installation set differently from the defaults that the code declares.
create table settings (
    owner_id uuid        primary key,
    version  bigint      not null,
    scope    varchar(16) not null check (scope in ('user', 'workspace', 'system')),
    entries  jsonb       not null
);

alter table settings enable row level security;
alter table settings force row level security;
create policy own on settings using (scope = 'user' and owner_id = (select app_user()))
    with check (scope = 'user' and owner_id = (select app_user()));
create policy members_read on settings for select
    using (scope = 'workspace' and owner_id = any ((select app_workspaces())::uuid[]));
create policy admins_write on settings
    using (scope = 'workspace' and owner_id = any ((select app_workspaces('admin'))::uuid[]))
    with check (scope = 'workspace' and owner_id = any ((select app_workspaces('admin'))::uuid[]));
create policy everybody_reads on settings for select using (scope = 'system');
create policy run on settings using ((select app_system())) with check ((select app_system()));
grant select, insert, update, delete on settings to whetstone_app;
