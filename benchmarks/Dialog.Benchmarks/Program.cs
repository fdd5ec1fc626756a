using Dialog.Benchmarks;

if (args.FirstOrDefault() == "repair")
{
    RepairSteps.Print(args.ElementAtOrDefault(1) ?? "tests/Dialog.Matching.Tests/Repair");
    return 0;
}

if (args.FirstOrDefault() == "incremental")
{
    Incremental.Print(args.ElementAtOrDefault(1));
    return 0;
}

if (args.FirstOrDefault() == "first-day")
{
    FirstDay.Print(args.ElementAtOrDefault(1) ?? "models/demo");
    return 0;
}

if (Data.Folder is null)
{
    Console.WriteLine("The public data sets are not here (../shared/data or DIALOG_BENCHMARK_DATA): nothing to measure.");
    return 0;
}

switch (args.FirstOrDefault())
{
    case "dev":
        Development.Run(args[1..]);
        return 0;
    case "prior":
        Prior.Derive(args.ElementAtOrDefault(1) ?? "models/language/confidence-prior.tsv");
        return 0;
    case "vectors":
        NearestMean.Print();
        return 0;
    case "table":
        Table.Print(args.ElementAtOrDefault(1));
        return 0;
    default:
        Console.Error.WriteLine("Commands: dev, first-day, incremental, prior, repair, table, vectors");
        return 2;
}
