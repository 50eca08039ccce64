-- Two receivers removed the folders of deleted workspaces; one does, by the folder's key. What still waits goes to it.
update outbox
set topic = 'storage.folder_removed',
    payload = jsonb_build_object('key', case topic
        when 'storage.workspace_deleted' then 'uploads/' else 'datasets/' end || (payload ->> 'workspaceId'))
where delivered_at is null
  and topic in ('storage.workspace_deleted', 'dataset.workspace_deleted');
