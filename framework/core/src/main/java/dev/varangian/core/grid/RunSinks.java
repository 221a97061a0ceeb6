package dev.varangian.core.grid;

import dev.varangian.core.component.Calls;
import dev.varangian.core.experiment.Choice;
import dev.varangian.core.wiring.Wiring;
import dev.varangian.spi.data.DataDirectory;
import dev.varangian.spi.run.AgentRow;
import dev.varangian.spi.run.RoundRow;
import dev.varangian.spi.run.RunDescription;
import dev.varangian.spi.run.RunOutcome;
import dev.varangian.spi.run.Sink;
import java.util.List;

/** Creates the sinks that an experiment names. A failure of a sink is reported with its name. */
final class RunSinks {
  private final DataDirectory data;
  private final Calls calls;

  RunSinks(DataDirectory data, Calls calls) {
    this.data = data;
    this.calls = calls;
  }

  /** Creates new sinks, either for one execution of a run or to check that they can be created. */
  List<Sink> of(List<Choice<Sink>> choices, long seed) {
    Wiring wiring = new Wiring(data, seed);
    return choices.stream()
        .<Sink>map(
            choice ->
                new Guarded(
                    choice,
                    calls.call(choice, Calls.NO_ROUND, Calls.NO_AGENT, () -> wiring.make(choice)),
                    calls))
        .toList();
  }

  private record Guarded(Choice<Sink> choice, Sink sink, Calls calls) implements Sink {

    @Override
    public void begin(RunDescription run, int resumedAfter) {
      call(Calls.NO_ROUND, () -> sink.begin(run, resumedAfter));
    }

    @Override
    public void round(RoundRow round, List<AgentRow> agents) {
      call(round.round(), () -> sink.round(round, agents));
    }

    @Override
    public void end(RunOutcome outcome) {
      call(Calls.NO_ROUND, () -> sink.end(outcome));
    }

    @Override
    public void close() {
      call(Calls.NO_ROUND, sink::close);
    }

    private void call(int round, Runnable code) {
      calls.run(choice, round, Calls.NO_AGENT, code);
    }
  }
}
