-- What the person of a key was told of its end: of which end, and how near it was. Another end is told of anew.
alter table api_keys
    add column told_end   timestamptz,
    add column told_stage smallint not null default 0 check (told_stage between 0 and 3);

create index api_keys_by_end on api_keys (expires_at) where revoked_at is null;

alter table notifications
    drop constraint notifications_kind_check,
    add constraint notifications_kind_check check (kind in (
        'mention', 'reply', 'object_shared', 'invitation', 'training_completed', 'training_failed', 'key_ending'));

alter table notification_preferences
    drop constraint notification_preferences_kind_check,
    add constraint notification_preferences_kind_check check (kind in (
        'mention', 'reply', 'object_shared', 'invitation', 'training_completed', 'training_failed', 'key_ending'));
