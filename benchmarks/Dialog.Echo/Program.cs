using Dialog.Echo;

// The yardstick of benchmarks/load: what SignalR alone does on this machine with the same messages and answers.
var builder = WebApplication.CreateSlimBuilder(args);
builder.Logging.SetMinimumLevel(LogLevel.Warning);
builder.Services.AddSignalR();
builder.Services.AddSingleton<Conversations>();
var app = builder.Build();
app.MapHub<EchoHub>("/hubs/chat");
app.Run();
