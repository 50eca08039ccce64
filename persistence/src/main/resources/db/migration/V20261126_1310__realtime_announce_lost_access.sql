-- Tells every node, with the commit, that a person's access may have become less: their open sockets are closed then.
-- Triggers see every way in which that happens, also those that know nothing of sockets.
create function announce_lost_account() returns trigger language plpgsql as $$
begin
    perform pg_notify('whetstone_access', old.id::text);
    return null;
end $$;

create function announce_lost_access() returns trigger language plpgsql as $$
begin
    perform pg_notify('whetstone_access', old.user_id::text);
    return null;
end $$;

create trigger status_changed after update on users for each row
    when (old.status is distinct from new.status) execute function announce_lost_account();

create trigger membership_changed after update on workspace_members for each row
    when (old.role is distinct from new.role) execute function announce_lost_access();

create trigger membership_ended after delete on workspace_members for each row
    execute function announce_lost_access();

create trigger session_ended after update on sessions for each row
    when (old.revoked_at is null and new.revoked_at is not null) execute function announce_lost_access();
