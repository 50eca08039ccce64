-- Who did what, to what, when and from where. The application's role may add a row and read it, and nothing else: it can
-- neither date, number nor seal one, nor change or remove one. What the owner changes shows, since the rows are chained.
create table audit_events (
    id            uuid         primary key default gen_random_uuid(),
    at            timestamptz  not null default clock_timestamp(),
    workspace_id  uuid,
    actor_id      uuid,
    actor_kind    varchar(20)  not null,
    credential_id uuid,
    acting_for_id uuid,
    action        varchar(80)  not null,
    subject       varchar(40)  not null,
    subject_id    uuid,
    before        jsonb        not null,
    after         jsonb        not null,
    address       varchar(64)  not null,
    user_agent    varchar(300) not null,
    request_id    varchar(64)  not null,
    seq           bigint       unique check (seq > 0),
    previous_hash text,
    hash          text,
    check ((seq is null) = (hash is null) and (seq is null) = (previous_hash is null))
);

create index audit_events_newest on audit_events (at desc, id desc);
create index audit_events_of_workspace on audit_events (workspace_id, at desc, id desc);
create index audit_events_of_actor on audit_events (actor_id, at desc, id desc);
create index audit_events_of_subject on audit_events (subject_id, at desc, id desc);
create index audit_events_unsealed on audit_events (at, id) where seq is null;

-- Where the chain ends. Its lock lets one node at a time seal.
create table audit_head (
    one  boolean primary key default true check (one),
    seq  bigint  not null,
    hash text    not null
);
insert into audit_head (seq, hash) values (0, repeat('0', 64));

-- Rows that had their time and were removed: what the chain says across the gap. The event in the chain vouches for it.
create table audit_cuts (
    first_seq     bigint primary key,
    last_seq      bigint not null unique check (last_seq >= first_seq),
    previous_hash text   not null,
    hash          text   not null,
    event_id      uuid   not null
);

create index audit_cuts_of_event on audit_cuts (event_id);

-- A row as text. PostgreSQL writes jsonb in one way only, so its hash can be made again anywhere.
create function audit_record(e audit_events) returns text
    language sql stable
    return jsonb_build_object(
        'seq', e.seq,
        'id', e.id,
        'at', to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
        'workspaceId', e.workspace_id,
        'actorId', e.actor_id,
        'actorKind', e.actor_kind,
        'credentialId', e.credential_id,
        'actingForId', e.acting_for_id,
        'action', e.action,
        'subject', e.subject,
        'subjectId', e.subject_id,
        'before', e.before,
        'after', e.after,
        'address', e.address,
        'userAgent', e.user_agent,
        'requestId', e.request_id)::text;

create function audit_hash(previous text, record text) returns text
    language sql immutable
    return encode(sha256(convert_to(previous || E'\n' || record, 'UTF8')), 'hex');

-- Chains what was committed since the last time, the oldest first; answers how many rows. Rows of one round are ordered
-- by their time, rounds by their commits.
create function audit_seal(most integer) returns integer
    language plpgsql security definer set search_path = public, pg_temp as $$
declare
    head   audit_head;
    event  audit_events;
    sealed integer := 0;
begin
    select * into head from audit_head for update skip locked;
    if not found then
        return 0;
    end if;
    for event in select * from audit_events where seq is null order by at, id limit most loop
        event.seq := head.seq + 1;
        event.previous_hash := head.hash;
        event.hash := audit_hash(head.hash, audit_record(event));
        update audit_events set seq = event.seq, previous_hash = event.previous_hash, hash = event.hash
            where id = event.id;
        head.seq := event.seq;
        head.hash := event.hash;
        sealed := sealed + 1;
    end loop;
    if sealed > 0 then
        update audit_head set seq = head.seq, hash = head.hash;
    end if;
    return sealed;
end $$;

-- Sealed rows that may go: older than their workspace wants, or else than the installation does. Nothing younger than
-- thirty days goes, whoever asks, and no event that still vouches for a cut.
create function audit_expired(fallback timestamptz, limits jsonb) returns setof audit_events
    language sql stable
    begin atomic
    select e.* from audit_events e
    where e.seq is not null
      and e.at < least(coalesce((limits ->> e.workspace_id::text)::timestamptz, fallback), now() - interval '30 days')
      and not exists (select 1 from audit_cuts c where c.event_id = e.id);
    end;

-- Removes rows that may go, leaves a cut for every gap and an event that says so; answers how many rows.
create function audit_prune(fallback timestamptz, limits jsonb, most integer) returns integer
    language plpgsql security definer set search_path = public, pg_temp as $$
declare
    cut     audit_cuts;
    before_ audit_cuts;
    after_  audit_cuts;
    removed integer := 0;
begin
    perform 1 from audit_head for update;
    for cut in
        with gone as (
            delete from audit_events where id in (
                select id from audit_expired(fallback, limits) order by seq limit most)
            returning seq, previous_hash, hash
        ), runs as (
            select seq, previous_hash, hash, seq - row_number() over (order by seq) as run from gone
        )
        select min(seq), max(seq), (array_agg(previous_hash order by seq))[1],
               (array_agg(hash order by seq desc))[1], gen_random_uuid()
        from runs group by run order by 1
    loop
        removed := removed + (cut.last_seq - cut.first_seq + 1)::integer;
        delete from audit_cuts where last_seq = cut.first_seq - 1 returning * into before_;
        if found then
            cut.first_seq := before_.first_seq;
            cut.previous_hash := before_.previous_hash;
        end if;
        delete from audit_cuts where first_seq = cut.last_seq + 1 returning * into after_;
        if found then
            cut.last_seq := after_.last_seq;
            cut.hash := after_.hash;
        end if;
        insert into audit_cuts select cut.*;
        insert into audit_events (id, actor_kind, action, subject, before, after, address, user_agent, request_id)
            values (cut.event_id, 'system', 'audit.pruned', 'audit', '{}', jsonb_build_object(
                'firstSeq', cut.first_seq, 'lastSeq', cut.last_seq,
                'previousHash', cut.previous_hash, 'hash', cut.hash), '', '', '');
    end loop;
    return removed;
end $$;

-- The chain between two places, one link a row or cut. A link is whole when what it holds makes the hash it has.
create function audit_links(after_seq bigint, up_to bigint)
    returns table (first_seq bigint, last_seq bigint, previous_hash text, hash text, whole boolean)
    language sql stable
    begin atomic
    select e.seq, e.seq, e.previous_hash, e.hash, e.hash = audit_hash(e.previous_hash, audit_record(e))
    from audit_events e where e.seq > after_seq and e.seq <= up_to
    union all
    select c.first_seq, c.last_seq, c.previous_hash, c.hash, exists (
        select 1 from audit_events v where v.id = c.event_id and v.action = 'audit.pruned' and v.after = jsonb_build_object(
            'firstSeq', c.first_seq, 'lastSeq', c.last_seq, 'previousHash', c.previous_hash, 'hash', c.hash))
    from audit_cuts c where c.last_seq > after_seq and c.last_seq <= up_to;
    end;

alter table audit_events enable row level security;
alter table audit_events force row level security;
create policy add on audit_events for insert with check (true);
create policy run on audit_events using ((select app_system())) with check ((select app_system()));
select own_table('audit_head', '(select app_system())');
select own_table('audit_cuts', '(select app_system())');
revoke insert, update, delete on audit_head, audit_cuts from whetstone_app;
grant select on audit_events to whetstone_app;
grant insert (id, workspace_id, actor_id, actor_kind, credential_id, acting_for_id, action, subject, subject_id,
              before, after, address, user_agent, request_id) on audit_events to whetstone_app;
revoke execute on function audit_seal, audit_prune from public;
grant execute on function audit_seal, audit_prune to whetstone_app;
