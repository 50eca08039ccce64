/** How issuers and directories are asked, what of their answers is believed, and whose account it is. */
@NullMarked
package io.whetstone.sso.service.internal;

import org.jspecify.annotations.NullMarked;
