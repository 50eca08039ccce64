create table uploads (
    id            uuid         primary key,
    version       bigint       not null,
    workspace_id  uuid         not null references workspaces (id),
    file_name     varchar(255) not null,
    metadata      text         not null,
    length        bigint       not null check (length >= 0),
    received      bigint       not null check (received between 0 and length),
    discarded     boolean      not null,
    created_at    timestamptz  not null,
    expires_at    timestamptz  not null
);

create index uploads_of_workspace on uploads (workspace_id, expires_at) where not discarded;
create index uploads_ending on uploads (expires_at, id);
select tenant_table('uploads');
