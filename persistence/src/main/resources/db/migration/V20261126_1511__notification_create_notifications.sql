-- What a person is told of. It is the person's own, wherever it happened.
create table notifications (
    id            uuid          primary key,
    user_id       uuid          not null references users (id) on delete cascade,
    kind          varchar(32)   not null
                  check (kind in ('mention', 'reply', 'object_shared', 'invitation',
                                  'training_completed', 'training_failed')),
    workspace_id  uuid          references workspaces (id) on delete cascade,
    title         varchar(500)  not null,
    excerpt       varchar(500)  not null,
    link          varchar(300)  not null,
    created_at    timestamptz   not null,
    read_at       timestamptz
);

create index notifications_of_user on notifications (user_id, created_at desc, id desc);
create index notifications_unread on notifications (user_id) where read_at is null;
create index notifications_of_workspace on notifications (workspace_id);
create index notifications_age on notifications (created_at);
select own_table('notifications', 'user_id = (select app_user()) or (select app_system())');

-- How a person wants to be told of a kind of thing; without a row as that kind is told by default.
create table notification_preferences (
    user_id  uuid         not null references users (id) on delete cascade,
    kind     varchar(32)  not null
             check (kind in ('mention', 'reply', 'object_shared', 'invitation',
                             'training_completed', 'training_failed')),
    in_app   boolean      not null,
    mail     boolean      not null,
    primary key (user_id, kind)
);

select own_table('notification_preferences', 'user_id = (select app_user()) or (select app_system())');
