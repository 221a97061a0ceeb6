package dev.varangian.core.simulation;

import dev.varangian.spi.context.AgentRound;
import dev.varangian.spi.context.OutputRow;
import dev.varangian.spi.data.Batch;
import dev.varangian.spi.fault.DataFault;
import dev.varangian.spi.fault.GradientFault;
import dev.varangian.spi.fault.Knowledge;
import dev.varangian.spi.fault.MessageFault;
import dev.varangian.spi.fault.Situation;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** Faults for tests. */
public final class Faults {
  private Faults() {}

  /** Targets with the opposite sign. */
  record Negate() implements DataFault {
    @Override
    public void corrupt(Batch batch, AgentRound at) {
      for (int sample = 0; sample < batch.size(); sample++) {
        batch.setTarget(sample, -batch.target(sample));
      }
    }
  }

  /** Factor times the agent's own gradient. */
  record Scale(double factor) implements GradientFault {
    @Override
    public Knowledge knows() {
      return Knowledge.OWN_GRADIENT;
    }

    @Override
    public void forge(Situation situation, OutputRow out) {
      out.scale(factor, situation.own());
    }
  }

  /** Any vector. */
  public record Forge(Knowledge knows, BiConsumer<Situation, OutputRow> rule)
      implements GradientFault {
    @Override
    public void forge(Situation situation, OutputRow out) {
      rule.accept(situation, out);
    }
  }

  /** Any message. */
  record Send(Knowledge knows, Function<Situation, Optional<float[]>> rule)
      implements MessageFault {
    @Override
    public Optional<float[]> send(Situation situation) {
      return rule.apply(situation);
    }
  }

  /** Nothing arrives. */
  static Send silent() {
    return new Send(Knowledge.NOTHING, situation -> Optional.empty());
  }
}
