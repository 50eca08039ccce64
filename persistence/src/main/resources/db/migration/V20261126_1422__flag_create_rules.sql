-- Who gets a feature that the code declares: a person, everybody on a plan, or a part of all.
create table flag_rules (
    id         uuid         primary key,
    version    bigint       not null,
    flag       varchar(64)  not null,
    kind       varchar(16)  not null check (kind in ('user', 'plan', 'percentage')),
    target     varchar(64)  not null,
    enabled    boolean      not null,
    created_at timestamptz  not null,
    unique (flag, kind, target)
);

create index flag_rules_newest on flag_rules (created_at, id);
select own_table('flag_rules', '(select app_system())');
