-- Keys of access tokens. One signs, those before it verify what they signed. A key without a private half was made for
-- one token by the command on the machine itself.
create table signing_keys (
    id                 varchar(64) primary key,
    sealed_private_key text,
    public_key         bytea       not null,
    created_at         timestamptz not null,
    retired_at         timestamptz,
    accepted_until     timestamptz
);

create index signing_keys_ending on signing_keys (accepted_until);
select own_table('signing_keys', '(select app_system())');
