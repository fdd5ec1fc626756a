using Dialog.Resident;

var folder = Directory.CreateTempSubdirectory("dialog-resident-");
try
{
    await using var bots = await ManyBots.MakeAsync(folder.FullName);
    var text = await Measurement.RunAsync(bots);
    Console.Write(text);
    if (args.FirstOrDefault() is { } path)
        File.WriteAllText(path, text);
}
finally
{
    folder.Delete(recursive: true);
}
