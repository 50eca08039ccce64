package io.whetstone.launcher;

import java.util.List;

/**
 * First entry of a backup: which version made it, the schema it fits, and what follows.
 *
 * @param format raised when the layout of the archive changes
 * @param schema version of the newest migration that had run
 */
record BackupManifest(
        int format,
        String whetstone,
        String createdAt,
        String schema,
        List<Table> tables,
        List<TableDump.Sequence> sequences) {
    static final int FORMAT = 1;
    static final String ENTRY = "manifest.json";
    /** Folders of the home that travel with the rows. */
    static final List<String> FOLDERS = List.of("storage", "models", "jobs", "keys");
    /** The key and what lies beside it: a backup that is stolen must not open the credentials of outside services. */
    static final String LEFT_OUT = "keys/secrets-master-key";

    record Table(String name, String columns) {
        String entry() {
            return "tables/" + name + ".copy";
        }
    }
}
