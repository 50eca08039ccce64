-- The repository of Jakarta Batch as JBatch itself would make it; made here by the owner, because the application's
-- role has no right to make tables.
create table if not exists jbatchcheckpointdata (
    id  varchar(512),
    obj bytea
);

create table if not exists jbatchjobinstancedata (
    jobinstanceid serial primary key,
    name          varchar(512),
    apptag        varchar(512)
);

create table if not exists jbatchexecutioninstancedata (
    jobexecid     serial primary key,
    jobinstanceid bigint not null references jbatchjobinstancedata (jobinstanceid),
    createtime    timestamp,
    starttime     timestamp,
    endtime       timestamp,
    updatetime    timestamp,
    parameters    bytea,
    batchstatus   varchar(512),
    exitstatus    varchar(512)
);

create table if not exists jbatchstepexecutioninstancedata (
    stepexecid       serial primary key,
    jobexecid        bigint not null references jbatchexecutioninstancedata (jobexecid),
    batchstatus      varchar(512),
    exitstatus       varchar(512),
    stepname         varchar(512),
    readcount        integer,
    writecount       integer,
    commitcount      integer,
    rollbackcount    integer,
    readskipcount    integer,
    processskipcount integer,
    filtercount      integer,
    writeskipcount   integer,
    starttime        timestamp,
    endtime          timestamp,
    persistentdata   bytea
);

create table if not exists jbatchjobstatus (
    id  bigint not null references jbatchjobinstancedata (jobinstanceid),
    obj bytea
);

create table if not exists jbatchstepstatus (
    id  bigint not null references jbatchstepexecutioninstancedata (stepexecid),
    obj bytea
);

create index if not exists jbatchexecutions_of_instance on jbatchexecutioninstancedata (jobinstanceid);
create index if not exists jbatchsteps_of_execution on jbatchstepexecutioninstancedata (jobexecid);
create index if not exists jbatchjobstatus_of_instance on jbatchjobstatus (id);
create index if not exists jbatchstepstatus_of_step on jbatchstepstatus (id);

grant select, insert, update, delete on jbatchcheckpointdata, jbatchjobinstancedata, jbatchexecutioninstancedata,
    jbatchstepexecutioninstancedata, jbatchjobstatus, jbatchstepstatus to whetstone_app;
grant usage on sequence jbatchjobinstancedata_jobinstanceid_seq, jbatchexecutioninstancedata_jobexecid_seq,
    jbatchstepexecutioninstancedata_stepexecid_seq to whetstone_app;
