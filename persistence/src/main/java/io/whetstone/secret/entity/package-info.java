/** Credentials of outside services and the keys that seal them. */
@NullMarked
package io.whetstone.secret.entity;

import org.jspecify.annotations.NullMarked;
