/** The safetensors format: strict reading by memory mapping, streaming writing. */
@NullMarked
package io.whetstone.formats.safetensors;

import org.jspecify.annotations.NullMarked;
