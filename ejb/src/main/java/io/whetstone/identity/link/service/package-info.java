/** What people get by mail or by hand and open once: invitations, new passwords, new addresses, registration. */
@NullMarked
package io.whetstone.identity.link.service;

import org.jspecify.annotations.NullMarked;
