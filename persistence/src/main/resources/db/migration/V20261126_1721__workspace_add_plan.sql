-- The name by which feature flags know a workspace. The installation's administrators give it, not its owners.
alter table workspaces add column plan varchar(64) not null default 'standard'
    check (plan ~ '^[A-Za-z0-9][A-Za-z0-9 ._-]*$');

create function keep_workspace_plan() returns trigger language plpgsql as $$
begin
    if new.plan is distinct from old.plan and not coalesce((select app_system()), false) then
        raise exception 'Only the installation changes the plan of a workspace' using errcode = '42501';
    end if;
    return new;
end $$;

create trigger workspaces_keep_plan before update on workspaces
    for each row execute function keep_workspace_plan();

create index workspaces_newest on workspaces (created_at desc, id desc);
