/** The providers that people sign in with, and whom they mean by whom. */
@NullMarked
package io.whetstone.sso.entity;

import org.jspecify.annotations.NullMarked;
