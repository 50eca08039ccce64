-- The last number given out in each topic. The row's lock makes the numbers of a topic gap-free and in commit order.
create table realtime_topics (
    workspace_id  uuid         not null references workspaces (id),
    topic         varchar(120) not null,
    seq           bigint       not null,
    primary key (workspace_id, topic)
);
select tenant_table('realtime_topics');

create table realtime_events (
    workspace_id  uuid         not null references workspaces (id),
    topic         varchar(120) not null,
    seq           bigint       not null,
    event         varchar(80)  not null,
    data          json         not null,
    at            timestamptz  not null,
    primary key (workspace_id, topic, seq)
);

create index realtime_events_age on realtime_events (at);
select tenant_table('realtime_events');

-- Only the hash of a ticket is kept. A ticket is a person's, not a workspace's.
create table realtime_tickets (
    hash        bytea       primary key,
    user_id     uuid        not null references users (id),
    expires_at  timestamptz not null
);

create index realtime_tickets_of_user on realtime_tickets (user_id);
select own_table('realtime_tickets', 'user_id = (select app_user()) or (select app_system())');
