-- What administrators allow the server to reach inside their own network. It belongs to the installation.
create table outbound_rules (
    id          uuid          primary key,
    version     bigint        not null,
    target      varchar(253)  not null,
    port        int           check (port between 1 and 65535),
    note        varchar(500)  not null,
    created_at  timestamptz   not null
);

create unique index outbound_rules_target on outbound_rules (target, port) nulls not distinct;
create index outbound_rules_newest on outbound_rules (created_at desc, id desc);
select own_table('outbound_rules', '(select app_system())');
