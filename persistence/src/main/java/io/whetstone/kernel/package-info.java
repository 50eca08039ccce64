/** What every capability needs: problems, pages, ids on the wire and in the database. */
@NullMarked
package io.whetstone.kernel;

import org.jspecify.annotations.NullMarked;
