-- Each start may bring a key of its own, and each counts for as long as its row is there. So nodes say that they live,
-- and the keys of those that have not for long are forgotten.
alter table tenancy_keys add column seen_at timestamptz not null default now();

-- Whether the transaction is the system's own, with a proof: as the owner of these functions, app_system() asks for none.
create function app_proven_system() returns boolean
    language sql stable
    return coalesce(current_setting('app.system', true), '') = 'on' and app_proven();

create function own_tenancy_key() returns text
    language sql stable
    return split_part(current_setting('app.proof', true), ':', 1);

-- The node whose key proves this transaction lives.
create function tenancy_key_seen() returns void
    language sql volatile security definer set search_path = public
    begin atomic
    update tenancy_keys set seen_at = now() where app_proven_system() and id = own_tenancy_key();
    end;

-- How many keys of others have not been seen for so long.
create function tenancy_keys_unseen(for_so_long interval) returns bigint
    language sql stable security definer set search_path = public
    return (select count(*) from tenancy_keys
            where app_proven_system() and id <> own_tenancy_key() and seen_at < now() - for_so_long);

create function tenancy_keys_forget(for_so_long interval) returns void
    language sql volatile security definer set search_path = public
    begin atomic
    delete from tenancy_keys
    where app_proven_system() and id <> own_tenancy_key() and seen_at < now() - for_so_long;
    end;
