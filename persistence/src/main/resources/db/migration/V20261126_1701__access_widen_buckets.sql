-- Visitors of a widget are counted by its key and their address.
alter table rate_windows alter column bucket type varchar(120);
