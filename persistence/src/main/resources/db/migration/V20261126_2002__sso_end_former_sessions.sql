-- The session that was open in the browser when the sign-in began; it ends when the new one opens.
alter table sso_sign_ins add column former_session_id uuid;
