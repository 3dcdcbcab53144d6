using FaireAvec.Tests.Support.Postgres;

[assembly: AssemblyFixture(typeof(FinDuServeur))]
