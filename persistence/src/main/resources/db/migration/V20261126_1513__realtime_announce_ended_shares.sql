-- With a share ends what its grantees follow, as with a membership.
create function announce_ended_share() returns trigger language plpgsql security definer set search_path = public as $$
begin
    perform pg_notify('whetstone_access', person::text)
    from (select old.grantee_user_id as person
          union
          select user_id from workspace_members where workspace_id = old.grantee_workspace_id) grantees
    where person is not null;
    return null;
end $$;

create trigger share_ended after delete on shares for each row execute function announce_ended_share();
