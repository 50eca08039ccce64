/** The binding to llama.cpp v0.5.0. Nothing outside this package sees a native pointer or a C name. */
@NullMarked
package io.whetstone.runner.llama;

import org.jspecify.annotations.NullMarked;
