-- When regular work is next due. It belongs to the installation, not to a workspace.
create table schedules (
    name     varchar(80) primary key,
    next_at  timestamptz not null
);
select own_table('schedules', '(select app_system())');
