/**
 * Sign-in by somebody else: OpenID Connect issuers and LDAP directories, configured at run time. It finds or makes the
 * account and hands over to identity, whose session it is. It keeps no password, and it decides about roles only where
 * an administrator mapped a group.
 */
@NullMarked
package io.whetstone.sso.service;

import org.jspecify.annotations.NullMarked;
