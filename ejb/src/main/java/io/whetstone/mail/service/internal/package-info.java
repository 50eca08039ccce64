/** How letters are written down and handed to the mail server. */
@NullMarked
package io.whetstone.mail.service.internal;

import org.jspecify.annotations.NullMarked;
