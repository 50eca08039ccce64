-- Which memberships a provider's groups gave, so that they go with the group and those made by hand stay.
create table external_memberships (
    user_id       uuid  not null references users (id),
    workspace_id  uuid  not null references workspaces (id) on delete cascade,
    provider_id   uuid  not null references identity_providers (id) on delete cascade,
    primary key (user_id, workspace_id)
);

create index external_memberships_of_workspace on external_memberships (workspace_id);
create index external_memberships_of_provider on external_memberships (provider_id);
select own_table('external_memberships', '(select app_system())');
