-- A one-time password that nobody used ends after a time. Those that are handed out already begin to age now.
alter table users add column one_time_password_at timestamptz;
update users set one_time_password_at = now() where must_change_password;
