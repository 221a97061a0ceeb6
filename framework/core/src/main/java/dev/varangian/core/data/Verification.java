package dev.varangian.core.data;

import dev.varangian.spi.data.DataFolder;
import java.util.List;

/** Checks files of data sets against what is declared of them. */
public final class Verification {
  private Verification() {}

  /** Looks at every file that belongs in {@code folder}, in the order of their declaration. */
  public static List<Finding> of(DataFolder folder) {
    return folder.files().stream().map(file -> Finding.of(file, folder)).toList();
  }
}
