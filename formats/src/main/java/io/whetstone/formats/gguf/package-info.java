/** The GGUF format of llama.cpp: reading, writing, and conversion from and to Hugging Face folders. */
@NullMarked
package io.whetstone.formats.gguf;

import org.jspecify.annotations.NullMarked;
