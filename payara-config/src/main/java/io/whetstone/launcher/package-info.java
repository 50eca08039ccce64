/**
 * The process behind the {@code whetstone} command: it keeps one home directory, starts PostgreSQL, migrates, boots the
 * server and deploys the archive that ships. It knows nothing of what the application does.
 */
@NullMarked
package io.whetstone.launcher;

import org.jspecify.annotations.NullMarked;
