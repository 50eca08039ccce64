-- Where people may sign in besides here. The secret is sealed; no other column holds anything secret.
create table identity_providers (
    id               uuid         primary key,
    version          bigint       not null,
    kind             varchar(16)  not null check (kind in ('oidc', 'ldap')),
    name             varchar(80)  not null,
    enabled          boolean      not null,
    rules            jsonb        not null,
    settings         jsonb        not null,
    sealed_secret    text,
    created_at       timestamptz  not null,
    updated_at       timestamptz  not null
);

create unique index identity_providers_name on identity_providers (lower(name));
create index identity_providers_newest on identity_providers (created_at desc, id desc);
select own_table('identity_providers', '(select app_system())');

-- Whom a provider means by a subject. The pair of issuer and subject never changes its account.
create table external_identities (
    id               uuid         primary key,
    user_id          uuid         not null references users (id),
    provider_id      uuid         references identity_providers (id) on delete set null,
    issuer           varchar(500) not null,
    subject          varchar(500) not null,
    created_at       timestamptz  not null,
    last_sign_in_at  timestamptz  not null,
    unique (issuer, subject)
);

create index external_identities_of_user on external_identities (user_id);
create index external_identities_of_provider on external_identities (provider_id);
select own_table('external_identities', 'user_id = (select app_user()) or (select app_system())');

-- A sign-in on its way to a provider and back. The row is taken away by the first answer that names its state.
create table sso_sign_ins (
    id               varchar(64)   primary key,
    provider_id      uuid          not null references identity_providers (id) on delete cascade,
    browser          varchar(64)   not null,
    nonce            varchar(64)   not null,
    code_verifier    varchar(128)  not null,
    redirect_uri     varchar(1000) not null,
    return_to        varchar(2000) not null,
    address          varchar(64)   not null,
    expires_at       timestamptz   not null
);

create index sso_sign_ins_of_provider on sso_sign_ins (provider_id);
create index sso_sign_ins_of_address on sso_sign_ins (address);
create index sso_sign_ins_ending on sso_sign_ins (expires_at);
select own_table('sso_sign_ins', '(select app_system())');

-- What a session needs in order to end at its provider too, or when the provider says so.
create table external_sessions (
    session_id       uuid          primary key references sessions (id) on delete cascade,
    provider_id      uuid          not null references identity_providers (id) on delete cascade,
    issuer           varchar(500)  not null,
    subject          varchar(500)  not null,
    sid              varchar(500),
    sealed_id_token  text          not null
);

create index external_sessions_of_provider on external_sessions (provider_id);
create index external_sessions_of_subject on external_sessions (issuer, subject);
select own_table('external_sessions', '(select app_system())');
